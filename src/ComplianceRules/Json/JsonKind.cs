namespace ComplianceRules.Json;

/// <summary>What a JSON value is.</summary>
internal enum JsonKind
{
    Null = 0,
    Bool = 1,
    Number = 2,
    Text = 3,
    Array = 4,
    Object = 5,
}
