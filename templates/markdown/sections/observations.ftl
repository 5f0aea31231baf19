## ${section.heading}

<#if section.waivers?has_content>
A waiver in use covers its check's failure; nothing else here changes the verdict.
<#else>
None of these changes the verdict.
</#if>
<#if section.remarks?has_content>

<#list section.remarks as remark>
- ${remark.mark} <#if remark.lead??>${ref(remark.lead)}: </#if>${remark.text}<#if remark.named??> ${ref(remark.named)} ${remark.rest}</#if>
</#list>
</#if>
<#if section.waivers?has_content>

| Waiver | Covers | Reason | Until, owner |
| --- | --- | --- | --- |
<#list section.waivers as waiver>
| ${waiver.id} · ${waiver.use} | ${ref(waiver.covers)} | ${waiver.reason} | ${waiver.until} |
</#list>
</#if>
