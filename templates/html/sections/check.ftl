<#-- One check in full: `check`, a `CheckView`. -->
<article class="check" data-outcome="${check.status.outcome}"<#if check.anchor?has_content> aria-labelledby="${check.anchor}"</#if>>
<@heading level=3 text=check.id anchor=check.anchor />
<p><@outcome of=check.status /><#if check.status.blocking> · blocking</#if><#list check.status.notes as note> · ${note}</#list> · ${check.title} · ${check.type}<#if check.took??> · took ${check.took}</#if></p>
<p class="headline">${prose(check.headline)}<#if check.expected??> · expected ${prose(check.expected)}</#if></p>
<#if check.facts?has_content>
<ul>
<#list check.facts as fact>
<li>${fact.name}: ${prose(fact.text)}</li>
</#list>
</ul>
</#if>
<#if check.assertions?has_content>
<@grid label="Comparisons of ${check.id}" heads=["Looked at", "Expected", "Seen", "Result"]>
<#list check.assertions as row>
<tr><td>${prose(row.what)}</td><td>${prose(row.expected)}</td><td>${prose(row.seen)}</td><td><@outcome of=row /></td></tr>
</#list>
</@grid>
</#if>
<#if check.metrics?has_content>
<@grid label="Measures of ${check.id}" heads=["Measured", "Value", "Bound", "Result"]>
<#list check.metrics as metric>
<tr><td>${prose(metric.name)}</td><td>${metric.value}</td><td>${prose(metric.bound)}</td><td>${metric.result}</td></tr>
</#list>
</@grid>
</#if>
<#if check.latencies??>
<#assign chart = check.latencies.chart, chartTitle = "Latency of each answer", chartText = check.latencies.summary, chartNames = "Answer", chartValues = "Took">
<#include "chart.ftl">
</#if>
<#if check.signatures??>
<#assign signatures = check.signatures>
<#include "signatures.ftl">
</#if>
<#list check.excerpts as excerpt>
<#assign proof = check.proof>
<#include "excerpt.ftl">
</#list>
<#if check.pages?has_content>
<p>See also: <#list check.pages as page><#if page.web><a href="${page.url}" rel="noopener noreferrer">${page.title}</a><#else>${page.title} (${page.url})</#if><#sep>, </#list></p>
</#if>
<#if check.repeat??>
<#assign commands = check.repeat>
<#include "commands.ftl">
</#if>
</article>
