<#-- The table of facts below the banner: `report`, a `ReportView`. -->
| Fact | Value |
| --- | --- |
<#list report.facts as fact>
| ${fact.name} | <#if fact.code??>${cellCode(fact.code)}<#if fact.text?has_content> · ${fact.text}</#if><#else>${fact.text}</#if> |
</#list>
<#if report.pages?has_content>
| See also | <#list report.pages as link>${page(link.title, link.url)}<#sep>, </#list> |
</#if>
