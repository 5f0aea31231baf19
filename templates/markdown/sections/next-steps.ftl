## ${section.heading}

<#list section.steps as step>
${step?counter}. <#if step.checks.shown?has_content><#assign links = step.checks><#include "links.ftl">: </#if>${step.text}<#if step.command??> ${code(step.command)}</#if>
</#list>
