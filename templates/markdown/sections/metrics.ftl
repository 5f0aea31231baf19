<#macro metricTable rows>
| Metric | Status | Evidence |
| --- | --- | --- |
<#list rows as row>
| ${ref(row.metric)} | ${row.status.mark} ${row.status.outcome}<#list row.status.notes as note> · ${note}</#list> | ${row.evidence} |
</#list>
</#macro>
## ${section.heading}
<#if section.rows?has_content>

<@metricTable rows=section.rows />
</#if>
<#if section.unselected??>

${section.unselected}
</#if>
<#if section.folded?has_content>

<details>
<summary>Those not selected</summary>

<@metricTable rows=section.folded />

</details>
</#if>
