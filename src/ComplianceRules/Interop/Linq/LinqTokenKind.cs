namespace ComplianceRules.Interop;

/// <summary>What a token of a foreign expression is.</summary>
internal enum LinqTokenKind
{
    End = 0,
    Name,
    Sign,
    Number,
    Text,
}
