<#if section.window??>
<p>Searched: ${section.window}.</p>
</#if>
<#if section.log??>
<#assign log = section.log>
<#include "log-summary.ftl">
</#if>
<#list section.checks as check>
<#include "check.ftl">
</#list>
