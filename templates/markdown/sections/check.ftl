### ${check.id}

${check.status.mark} **${check.status.outcome}**<#if check.status.blocking> · blocking</#if><#list check.status.notes as note> · ${note}</#list> · ${check.title} · ${check.type}<#if check.took??> · took ${check.took}</#if>

${check.headline}
<#if check.facts?has_content>

<#list check.facts as fact>
- ${fact.name}: ${fact.text}
</#list>
</#if>
<#if check.assertions?has_content>

| Looked at | Expected | Seen | Result |
| --- | --- | --- | --- |
<#list check.assertions as row>
| ${row.what} | ${row.expected} | ${row.seen} | ${row.mark} ${row.outcome} |
</#list>
</#if>
<#if check.metrics?has_content>

| Measured | Value | Bound | Result |
| --- | --- | --- | --- |
<#list check.metrics as metric>
| ${metric.name} | ${metric.value} | ${metric.bound} | ${metric.result} |
</#list>
</#if>
<#list check.excerpts as excerpt>

Excerpt (${excerpt.label}<#if excerpt.timed>, times in UTC</#if>):

${fenced("text", excerpt.text)}
</#list>
<#if check.reproduce?has_content>

Repeat it:

${fenced("shell", check.reproduce?join("\n"))}
</#if>
