## ${section.heading}

The confidence is the lowest level that any of its terms allows.
<#if section.terms?has_content>

| Term | Found | Allows at most |
| --- | --- | --- |
<#list section.terms as term>
| ${term.name} | ${term.found} | ${term.allows} |
</#list>
</#if>
