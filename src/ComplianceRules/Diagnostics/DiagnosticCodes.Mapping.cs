namespace ComplianceRules.Diagnostics;

/// <content>Mapping files (1050-1089).</content>
internal static partial class DiagnosticCodes
{
    // 1050 is retired: it refused keys that were not read yet.
    /// <summary>A table that no pack declares.</summary>
    public static DiagnosticCode MappingUnknownTable { get; } = Error(1051);

    /// <summary>A field that the table does not have.</summary>
    public static DiagnosticCode MappingUnknownField { get; } = Error(1052);

    /// <summary>A text encoding that is not read.</summary>
    public static DiagnosticCode MappingEncoding { get; } = Error(1053);

    /// <summary>A parent that is not the table's.</summary>
    public static DiagnosticCode MappingParent { get; } = Error(1054);

    /// <summary>A factor that is no positive number, or of a field that is no number.</summary>
    public static DiagnosticCode MappingFactor { get; } = Error(1055);

    /// <summary>A value that the field cannot have.</summary>
    public static DiagnosticCode MappingValue { get; } = Error(1056);

    /// <summary>Something that the mapping gives in two places.</summary>
    public static DiagnosticCode MappingGivenTwice { get; } = Error(1057);

    /// <summary>A format that does not say all of a day or a time.</summary>
    public static DiagnosticCode MappingFormat { get; } = Error(1058);

    /// <summary>A text that is no region code.</summary>
    public static DiagnosticCode MappingRegion { get; } = Error(1059);

    /// <summary>A condition with both lists of texts, or with neither.</summary>
    public static DiagnosticCode MappingFilter { get; } = Error(1060);

    /// <summary>A constant without table or field.</summary>
    public static DiagnosticCode MappingConstant { get; } = Error(1061);

    /// <summary>A list that must not be empty.</summary>
    public static DiagnosticCode MappingEmptyList { get; } = Error(1062);

    /// <summary>Rows of names that cannot be.</summary>
    public static DiagnosticCode MappingHeader { get; } = Error(1063);

    /// <summary>Columns to be made rows of, in neither of the two forms.</summary>
    public static DiagnosticCode MappingUnpivot { get; } = Error(1064);

    /// <summary>A list that is too long.</summary>
    public static DiagnosticCode MappingTooMany { get; } = Error(1065);

    /// <summary>A column that says whether lists are whole, of rows that no entry reads.</summary>
    public static DiagnosticCode MappingCompleteColumn { get; } = Error(1066);

    /// <summary>A text that is no unit.</summary>
    public static DiagnosticCode MappingUnit { get; } = Error(1067);

    /// <summary>A unit for a field that is no number.</summary>
    public static DiagnosticCode MappingUnitOfNoNumber { get; } = Error(1068);

    /// <summary>A unit that does not convert to that of the field.</summary>
    public static DiagnosticCode MappingUnitConversion { get; } = Error(1069);

    /// <summary>A unit and a factor for one field.</summary>
    public static DiagnosticCode MappingUnitAndFactor { get; } = Error(1070);
}
