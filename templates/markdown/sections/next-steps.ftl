## ${section.heading}

<#list section.steps as step>
${step?counter}. <#assign links = step.checks><#include "links.ftl">: ${step.text}
</#list>
