<#-- Commands that look again: `commands`, of the type `Commands`. -->
<#if commands.folded>
<details>
<summary>Repeat it</summary>
<@commandBlock text=commands.text />
</details>
<#else>
<p>Repeat it:</p>
<@commandBlock text=commands.text />
</#if>
