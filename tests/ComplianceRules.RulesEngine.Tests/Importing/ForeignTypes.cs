namespace ComplianceRules.RulesEngine.Tests.Importing;

/// <summary>The types that an application has for facts.</summary>
internal enum ForeignTypes
{
    /// <summary>Whole numbers, fractions, truths, days and times.</summary>
    Plain = 0,

    /// <summary>The same, all of which may be null.</summary>
    Nullable,

    /// <summary>Fractions for whole numbers, too.</summary>
    Fractions,
}
