namespace ComplianceRules.Interop;

/// <summary>A member of something.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Target">What it is a member of.</param>
/// <param name="Name">The member's name.</param>
internal sealed record LinqMember(LinqPlace Place, LinqSyntax Target, string Name) : LinqSyntax(Place);
