<#if section.claims?has_content>
<@grid label=section.heading heads=["${section.asked}", "Answer", "Because"]>
<#list section.claims as claim>
<tr><td>${prose(claim.asked)}</td><td><@mark of=claim.mark />${claim.answer}</td><td><#list claim.because.reasons as reason><@ref link=reason.check />: ${prose(reason.text)}<#sep>; <#else>no check is bound to this sentence</#list><#if claim.because.more??> ${claim.because.more}</#if></td></tr>
</#list>
<@unverified notes=section.notes />
</@grid>
<#elseif section.deciding?has_content>
<@grid label=section.heading heads=["Decided by", "Answer", "Because"]>
<#list section.deciding as check>
<tr><td><@ref link=check.check /></td><td><@outcome of=check.status /><#list check.status.notes as note> · ${note}</#list></td><td>${prose(check.because)}</td></tr>
</#list>
<@unverified notes=section.notes />
</@grid>
<#else>
<p>No blocking check had anything to say about this deployment.</p>
</#if>
<#if section.settle??>
<p><strong>What to do first:</strong> <#if section.settle.checks.shown?has_content><#assign links = section.settle.checks><#include "links.ftl">: </#if>${prose(section.settle.text)}<#if section.more??> The rest is under <@ref link=section.more />.</#if></p>
</#if>
<#macro unverified notes>
<#list notes as note>
<tr><td>${prose(note)}</td><td>— author's note, not verified</td><td>no check is bound to this sentence</td></tr>
</#list>
</#macro>
