## ${section.heading}
<#if section.window??>

Searched: ${section.window}.
</#if>
<#list section.checks as check>

<#include "check.ftl">
</#list>
