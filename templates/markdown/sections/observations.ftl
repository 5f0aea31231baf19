## ${section.heading}

${section.weight}
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
