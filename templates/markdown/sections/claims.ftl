## ${section.heading}

A claim is verified only when every check that it is bound to passed.

| Claim | Answer | Checks |
| --- | --- | --- |
<#list section.claims as claim>
| ${claim.text} | ${claim.mark} ${claim.answer} | <#list claim.checks as bound><#if bound.status??>${bound.status.mark} </#if>${ref(bound.check)}<#sep>, </#list> |
</#list>
