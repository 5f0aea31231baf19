<#--
  The validation report as one page. Each section is a template of its own under sections/, named after the section.
  To change one, put a file of the same name into a folder of yours and pass that folder with the templates option.
  Every interpolation is escaped for HTML; prose() returns HTML, in which names between backticks are code.
-->
<!DOCTYPE html>
<html lang="en">
<#include "macros.ftl">
<#assign banner = report.banner>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="stageproof ${report.toolVersion}">
<title>${banner.verdict}: ${report.title}</title>
<link rel="icon" href="data:,">
<style>
<#include "style.css" parse=false>
</style>
</head>
<body data-verdict="${banner.verdict}">
<a class="skip" href="#the.report">Skip to the report</a>
<header class="bar">
<p><@mark of=banner.mark /><strong class="verdict">${banner.verdict}</strong> <#if banner.revision??><code>${banner.revision}</code><#else>no revision identified</#if></p>
<#if report.outcomes?size gt 1>
<fieldset class="filter">
<legend>Show checks</legend>
<label><input type="radio" name="shown" value="ALL" checked> all</label>
<#list report.outcomes as it>
<label><input type="radio" name="shown" value="${it.outcome}"> <@mark of=it.mark />${it.outcome} ${it.count}</label>
</#list>
</fieldset>
</#if>
</header>
<nav aria-label="Sections">
<ul>
<#list report.contents as link>
<li><@ref link=link /></li>
</#list>
</ul>
</nav>
<main id="the.report">
<h1>${report.title}</h1>
<div class="banner">
<p class="answer"><@mark of=banner.mark /><strong class="verdict">${banner.verdict}</strong> · <#if banner.revision??><code>${banner.revision}</code><#else>no revision identified</#if> · ${banner.tally} · confidence <strong>${banner.confidence}</strong></p>
<p><strong>${prose(banner.advice)}</strong> ${prose(banner.because)}</p>
<#list banner.alerts as alert>
<p class="alert"><@mark of=alert.mark /><strong>${alert.what}:</strong> ${prose(alert.text)}<#if alert.command??> <code class="copy">${alert.command}</code></#if></p>
</#list>
</div>
<#include "sections/header.ftl">
<#list report.sections as section>
<section class="${section.template}">
<@heading level=2 text=section.heading anchor=report.contents[section?index].anchor />
<#include "sections/" + section.template + ".ftl">
</section>
</#list>
</main>
<footer>
<#include "sections/footer.ftl">
</footer>
</body>
</html>
