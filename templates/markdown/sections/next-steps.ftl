## ${section.heading}

<#list section.steps as step>
${step?counter}. <#list step.checks as check>${ref(check)}<#sep>, </#list>: ${step.text}
</#list>
