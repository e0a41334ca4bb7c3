namespace ComplianceRules.RulesEngine.Tests;

/// <summary>An object of an application with members that cannot be shown.</summary>
public sealed class BrokenRow
{
    /// <summary>How many minutes.</summary>
    public int Minutes { get; } = 1;

    /// <summary>Nobody.</summary>
    public string? Teacher { get; }

    /// <summary>A member that throws.</summary>
    public string Broken => throw new NotSupportedException(Teacher);

    /// <summary>A member that wants an argument.</summary>
    /// <param name="index">Which.</param>
    public int this[int index] => index;
}
