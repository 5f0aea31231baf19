## ${section.heading}

The author's notes, not verified: no check is bound to them.

<#list section.notes as note>
- ${note}
</#list>
