<#macro metricTable label rows>
<@grid label=label heads=["Metric", "Status", "Evidence"]>
<#list rows as row>
<tr data-outcome="${row.status.outcome}"><td><@ref link=row.metric /></td><td><@outcome of=row.status /><#list row.status.notes as note> · ${note}</#list></td><td>${prose(row.evidence)}</td></tr>
</#list>
</@grid>
</#macro>
<#if section.rows?has_content>
<@metricTable label=section.heading rows=section.rows />
</#if>
<#if section.unselected??>
<p>${prose(section.unselected)}</p>
</#if>
<#if section.folded?has_content>
<details>
<summary>Those not selected</summary>
<@metricTable label="Those not selected" rows=section.folded />
</details>
</#if>
