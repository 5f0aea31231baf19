## ${section.heading}

<#if section.claims?has_content>
| ${section.asked} | Answer | Because |
| --- | --- | --- |
<#list section.claims as claim>
| ${claim.asked} | ${claim.mark} ${claim.answer} | <#list claim.because.reasons as reason>${ref(reason.check)}: ${reason.text}<#sep>; <#else>no check is bound to this sentence</#list><#if claim.because.more??> ${claim.because.more}</#if> |
</#list>
<#elseif section.deciding?has_content>
| Decided by | Answer | Because |
| --- | --- | --- |
<#list section.deciding as check>
| ${ref(check.check)} | ${check.status.mark} ${check.status.outcome}<#list check.status.notes as note> · ${note}</#list> | ${check.because} |
</#list>
<#else>
No blocking check had anything to say about this deployment.
</#if>
<#if section.claims?has_content || section.deciding?has_content>
<#list section.notes as note>
| ${note} | — author's note, not verified | no check is bound to this sentence |
</#list>
</#if>
<#if section.settle??>

**What to do first:** <#if section.settle.checks.shown?has_content><#assign links = section.settle.checks><#include "links.ftl">: </#if>${section.settle.text}<#if section.more??> The rest is under ${ref(section.more)}.</#if>
</#if>
