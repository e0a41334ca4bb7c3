namespace ComplianceRules.Diagnostics;

/// <content>Rules that are not written as SQL.</content>
internal static partial class DiagnosticCodes
{
    /// <summary>Rules that judge persons are not written as SQL.</summary>
    public static DiagnosticCode SqlOfPersons { get; } = Warning(5100);

    /// <summary>Rules that go by the verdicts of others are not written as SQL.</summary>
    public static DiagnosticCode SqlOfVerdicts { get; } = Warning(5101);

    /// <summary>Rules that judge regions, or read facts or lists of one, are not written as SQL.</summary>
    public static DiagnosticCode SqlOfRegions { get; } = Warning(5102);

    /// <summary>SQL does not have a function or list function.</summary>
    public static DiagnosticCode SqlFunction { get; } = Warning(5103);

    /// <summary>A value goes by the season of a date.</summary>
    public static DiagnosticCode SqlSeason { get; } = Warning(5104);

    /// <summary>What a rule computes may need more than 64 bits.</summary>
    public static DiagnosticCode SqlInexact { get; } = Warning(5105);

    /// <summary>What a rule reads within a list is neither an item of it nor above it.</summary>
    public static DiagnosticCode SqlAcross { get; } = Warning(5106);

    /// <summary>A rule becomes too long.</summary>
    public static DiagnosticCode SqlTooLong { get; } = Warning(5107);

    /// <summary>An expression has a form that SQL is not written for.</summary>
    public static DiagnosticCode SqlShape { get; } = Warning(5108);

    /// <summary>The database does not have the rows that a rule judges.</summary>
    public static DiagnosticCode SqlNoTable { get; } = Warning(5109);

    /// <summary>A waiver excuses breaches of a rule.</summary>
    public static DiagnosticCode SqlWaived { get; } = Warning(5110);

    /// <summary>Rows of a table have no key, or one with blanks at its ends.</summary>
    public static DiagnosticCode SqlNoKey { get; } = Error(5111);

    /// <summary>Rows of a table have the same key.</summary>
    public static DiagnosticCode SqlSameKey { get; } = Error(5112);

    /// <summary>Rows of a table name a row above that is not there.</summary>
    public static DiagnosticCode SqlNoRowAbove { get; } = Error(5113);

    /// <summary>More schools than allowed have a cell that SQL may read otherwise than the engine.</summary>
    public static DiagnosticCode SqlDoubtful { get; } = Error(5114);

    /// <summary>Not all nodes have a column, or not of one type.</summary>
    public static DiagnosticCode SqlNodesUnlike { get; } = Error(5120);

    /// <summary>Schools stand on several nodes.</summary>
    public static DiagnosticCode SqlSchoolOnNodes { get; } = Error(5121);

    /// <summary>A table whose rows are no school's has rows on several nodes.</summary>
    public static DiagnosticCode SqlTableOnNodes { get; } = Error(5122);

    /// <summary>A mapping says something that SQL does not do.</summary>
    public static DiagnosticCode SqlMapping { get; } = Error(5123);

    /// <summary>The tables that a mapping names are none, or several.</summary>
    public static DiagnosticCode SqlMappedFile { get; } = Error(5124);

    /// <summary>A column that a mapping names is not there.</summary>
    public static DiagnosticCode SqlMappedColumn { get; } = Error(5125);

    /// <summary>Rows were written while they were judged. {0} table.</summary>
    public static DiagnosticCode SqlChanged { get; } = Error(5126);
}
