## ${section.heading}

${section.mark} **${section.advice}** ${section.because}<#if section.caution??> ${section.caution}</#if>
<#if section.decidedBy??>

${section.decidedBy}: <#list section.checks as check>${ref(check)}<#sep>, </#list>.
</#if>
<#if section.observations??>

Read first: ${section.observations}<#if section.observationsAt??> under ${ref(section.observationsAt)}</#if>.
</#if>
