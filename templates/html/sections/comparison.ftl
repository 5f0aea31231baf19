<#macro answer side><@outcome of=side />: ${prose(side.headline)}<#if side.evidence.shown?has_content> (<#assign links = side.evidence><#include "links.ftl">)</#if></#macro>
<#macro comparisonTable label rows>
<@grid label=label heads=["Check", "Before", "Now", "Finding"]>
<#list rows as row>
<tr><td><@ref link=row.check /></td><td><@answer side=row.before /></td><td><@answer side=row.now /></td><td><@mark of=row.mark />${row.finding}</td></tr>
</#list>
</@grid>
</#macro>
<#if section.gap??>
<p><strong>Nothing to compare with:</strong> ${prose(section.gap)}</p>
<#else>
<p>${section.baseline.name} <code>${section.baseline.code}</code><#if section.baseline.text?has_content> · ${prose(section.baseline.text)}</#if></p>
</#if>
<#if section.tally??>
<p>${section.tally}.<#if section.preExisting> A pre-existing failure is explained, not excused: it counts as any other.</#if></p>
</#if>
<#if section.rows?has_content>
<@comparisonTable label=section.heading rows=section.rows />
</#if>
<#if section.unchanged?has_content>
<#if section.folded>
<details>
<summary>${section.unchanged?size} unchanged</summary>
<@comparisonTable label="Unchanged" rows=section.unchanged />
</details>
<#else>
<p>Unchanged:</p>
<@comparisonTable label="Unchanged" rows=section.unchanged />
</#if>
</#if>
<#if section.open?has_content>
<p>Not compared:</p>
<ul>
<#list section.open as open>
<li><#assign links = open.checks><#include "links.ftl">: ${prose(open.because)}</li>
</#list>
</ul>
</#if>
<#if section.drift?has_content>
<p>Configured otherwise:</p>
<@grid label="Configured otherwise" heads=["Setting", "Before", "Now"]>
<#list section.drift as row>
<tr><td>${row.what}</td><td>${prose(row.before)}</td><td>${prose(row.now)}</td></tr>
</#list>
</@grid>
</#if>
<#if section.driftNote??>
<p>${prose(section.driftNote)}</p>
</#if>
