## ${section.heading}
<#if section.window??>

Searched: ${section.window}.
</#if>
<#if section.log??>
<#assign log = section.log>
<#include "log-summary.ftl">
</#if>
<#list section.checks as check>

<#include "check.ftl">
</#list>
