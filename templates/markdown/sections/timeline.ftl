## ${section.heading}

<details>
<summary>${section.summary}</summary>

<#list section.events as event>
- ${event.at}: ${event.what}
</#list>

${fenced("mermaid", section.chart)}

| Check | Began (UTC) | Took | Outcome |
| --- | --- | --- | --- |
<#list section.bars as bar>
| ${ref(bar.check)} | ${bar.began} | ${bar.took} | ${bar.mark} ${bar.outcome} |
</#list>
<#if section.more??>

${section.more}
</#if>

</details>
