<ol>
<#list section.steps as step>
<li><#if step.checks.shown?has_content><#assign links = step.checks><#include "links.ftl">: </#if>${prose(step.text)}<#if step.command??> <code class="copy">${step.command}</code></#if></li>
</#list>
</ol>
