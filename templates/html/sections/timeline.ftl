<details>
<summary>${section.summary}</summary>
<ul>
<#list section.events as event>
<li>${event.at}: ${prose(event.what)}</li>
</#list>
</ul>
<@grid label=section.heading heads=["Check", "Began (UTC)", "Took", "Outcome"]>
<#list section.bars as bar>
<tr><td><@ref link=bar.check /></td><td>${bar.began}</td><td>${bar.took}</td><td><@outcome of=bar /></td></tr>
</#list>
</@grid>
<#if section.more??>
<p>${section.more}</p>
</#if>
</details>
