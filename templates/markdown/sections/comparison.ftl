<#macro answer side>${side.mark} ${side.outcome}: ${side.headline}<#if side.evidence.shown?has_content> (<#assign links = side.evidence><#include "links.ftl">)</#if></#macro>
<#macro comparisonTable rows>
| Check | Before | Now | Finding |
| --- | --- | --- | --- |
<#list rows as row>
| ${ref(row.check)} | <@answer side=row.before /> | <@answer side=row.now /> | ${row.mark} ${row.finding} |
</#list>
</#macro>
## ${section.heading}

<#if section.gap??>
**Nothing to compare with:** ${section.gap}
<#else>
${section.baseline.name} ${code(section.baseline.code)}<#if section.baseline.text?has_content> · ${section.baseline.text}</#if>
</#if>
<#if section.tally??>

${section.tally}.<#if section.preExisting> A pre-existing failure is explained, not excused: it counts as any other.</#if>
</#if>
<#if section.rows?has_content>

<@comparisonTable rows=section.rows />
</#if>
<#if section.unchanged?has_content>
<#if section.folded>

<details>
<summary>${section.unchanged?size} unchanged</summary>

<@comparisonTable rows=section.unchanged />

</details>
<#else>

Unchanged:

<@comparisonTable rows=section.unchanged />
</#if>
</#if>
<#if section.open?has_content>

Not compared:

<#list section.open as open>
- <#assign links = open.checks><#include "links.ftl">: ${open.because}
</#list>
</#if>
<#if section.drift?has_content>

Configured otherwise:

| Setting | Before | Now |
| --- | --- | --- |
<#list section.drift as row>
| ${row.what} | ${row.before} | ${row.now} |
</#list>
</#if>
<#if section.driftNote??>

${section.driftNote}
</#if>
