<p><@mark of=section.mark /><strong>${prose(section.advice)}</strong> ${prose(section.because)}<#if section.caution??> ${prose(section.caution)}</#if></p>
<p>Risk of promoting: <strong>${section.risk.level}</strong>, because ${section.risk.because}.</p>
<#if section.decidedBy??>
<p>${section.decidedBy}: <#assign links = section.checks><#include "links.ftl">.</p>
</#if>
<#if section.rollback??>
<p>The way back, to <code>${section.rollback.revision}</code>, ${prose(section.rollback.known)}:</p>
<@commandBlock text=section.rollback.command />
</#if>
<#if section.observations??>
<p>Read first: ${section.observations}<#if section.observationsAt??> under <@ref link=section.observationsAt /></#if>.</p>
</#if>
