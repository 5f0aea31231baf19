<#-- The table of facts below the banner: `report`, a `ReportView`. -->
<div class="scroll" role="group" aria-label="Facts" tabindex="0">
<table class="facts">
<tbody>
<#list report.facts as fact>
<tr><th scope="row">${fact.name}</th><td><#if fact.code??><code>${fact.code}</code><#if fact.text?has_content> · ${prose(fact.text)}</#if><#else>${prose(fact.text)}</#if></td></tr>
</#list>
<#if report.pages?has_content>
<tr><th scope="row">See also</th><td><#list report.pages as page><#if page.web><a href="${page.url}" rel="noopener noreferrer">${page.title}</a><#else>${page.title} (${page.url})</#if><#sep>, </#list></td></tr>
</#if>
</tbody>
</table>
</div>
