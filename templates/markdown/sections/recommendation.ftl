## ${section.heading}

${section.mark} **${section.advice}** ${section.because}<#if section.caution??> ${section.caution}</#if>

Risk of promoting: **${section.risk.level}**, because ${section.risk.because}.
<#if section.decidedBy??>

${section.decidedBy}: <#assign links = section.checks><#include "links.ftl">.
</#if>
<#if section.rollback??>

The way back, to ${code(section.rollback.revision)}, ${section.rollback.known}:

${fenced("shell", section.rollback.command)}
</#if>
<#if section.observations??>

Read first: ${section.observations}<#if section.observationsAt??> under ${ref(section.observationsAt)}</#if>.
</#if>
