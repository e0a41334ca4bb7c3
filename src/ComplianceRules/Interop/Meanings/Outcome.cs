namespace ComplianceRules.Interop;

/// <summary>What an expression may come to while one fact is missing and the others are anything.</summary>
[Flags]
internal enum Outcome
{
    None = 0,
    True = 1,
    False = 2,

    /// <summary>A value that is no truth value.</summary>
    Value = 4,

    /// <summary>Null there, unknown here.</summary>
    Missing = 8,

    /// <summary>An exception there.</summary>
    Fails = 16,
    Either = True | False,
}
