<#-- Commands that look again: `commands`, of the type `Commands`. -->
<#if commands.folded>
<details>
<summary>Repeat it</summary>

${fenced("shell", commands.text)}

</details>
<#else>
Repeat it:

${fenced("shell", commands.text)}
</#if>
