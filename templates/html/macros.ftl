<#-- Macros: what several sections show alike. -->
<#-- A mark, and a blank behind it; not read aloud. -->
<#macro mark of><span class="mark" aria-hidden="true">${of}</span> </#macro>
<#-- A `Link`: to another part of the report if that is there, else its text. -->
<#macro ref link><#if link.anchor??><a href="#${link.anchor}">${link.text}</a><#else>${link.text}</#if></#macro>
<#-- A heading that can be linked to, if there is an anchor. -->
<#macro heading level text anchor>
<div class="heading"><h${level}<#if anchor?has_content> id="${anchor}"</#if>>${text}</h${level}><#if anchor?has_content><a class="permalink" href="#${anchor}" aria-label="Link to ${text}">#</a></#if></div>
</#macro>
<#-- Mark and outcome of what has both, such as a `Status`. -->
<#macro outcome of><@mark of=of.mark /><strong class="${of.outcome}">${of.outcome}</strong></#macro>
<#-- A table with these column heads; its rows stand within. -->
<#macro grid label heads>
<div class="scroll" role="group" aria-label="${label}" tabindex="0">
<table>
<thead><tr><#list heads as head><th scope="col">${head}</th></#list></tr></thead>
<tbody>
<#nested>
</tbody>
</table>
</div>
</#macro>
<#-- Shell commands, to be copied. -->
<#macro commandBlock text><pre class="copy"><code>${text}</code></pre></#macro>
