<p>${section.weight}</p>
<#if section.remarks?has_content>
<ul>
<#list section.remarks as remark>
<li><@mark of=remark.mark /><#if remark.lead??><@ref link=remark.lead />: </#if>${prose(remark.text)}<#if remark.named??> <@ref link=remark.named /> ${prose(remark.rest)}</#if></li>
</#list>
</ul>
</#if>
<#if section.waivers?has_content>
<@grid label="Waivers" heads=["Waiver", "Covers", "Reason", "Until, owner"]>
<#list section.waivers as waiver>
<tr><td>${waiver.id} · ${waiver.use}</td><td><@ref link=waiver.covers /></td><td>${prose(waiver.reason)}</td><td>${waiver.until}</td></tr>
</#list>
</@grid>
</#if>
