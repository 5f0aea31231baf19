<p>The confidence is the lowest level that any of its terms allows.</p>
<#if section.terms?has_content>
<@grid label=section.heading heads=["Term", "Found", "Allows at most"]>
<#list section.terms as term>
<tr><td>${term.name}</td><td>${prose(term.found)}</td><td>${term.allows}</td></tr>
</#list>
</@grid>
</#if>
