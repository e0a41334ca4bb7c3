namespace ComplianceRules.Diagnostics;

/// <content>Packs: folders and files (1100-1109), what stands in them (1110-1159), their tables put together (1160-1199).</content>
internal static partial class DiagnosticCodes
{
    /// <summary>A folder of packs that is not there.</summary>
    public static DiagnosticCode FolderNotFound { get; } = Error(1100);

    /// <summary>A file where a folder of packs belongs.</summary>
    public static DiagnosticCode NotAFolder { get; } = Error(1101);

    /// <summary>A folder where the file of a pack belongs.</summary>
    public static DiagnosticCode PackFileIsFolder { get; } = Error(1102);

    /// <summary>A folder without a pack.</summary>
    public static DiagnosticCode NoPacks { get; } = Error(1103);

    /// <summary>A file or folder that may not be read, or a link that leads nowhere.</summary>
    public static DiagnosticCode Unreadable { get; } = Error(1104);

    /// <summary>A file that a pack names and that is not there.</summary>
    public static DiagnosticCode NamedFileMissing { get; } = Error(1105);

    /// <summary>A file name that a pack may not name.</summary>
    public static DiagnosticCode FileNameNotAllowed { get; } = Error(1106);

    /// <summary>A name that stands twice.</summary>
    public static DiagnosticCode DuplicateEntry { get; } = Error(1107);

    /// <summary>More entries than a pack may hold.</summary>
    public static DiagnosticCode TooManyEntries { get; } = Error(1108);

    /// <summary>Two packs of one id.</summary>
    public static DiagnosticCode SamePackId { get; } = Error(1109);

    /// <summary>Files that are too large together.</summary>
    public static DiagnosticCode PackTooLarge { get; } = Error(1110);

    /// <summary>A text that is no name of a table, list or field.</summary>
    public static DiagnosticCode BadName { get; } = Error(1111);

    /// <summary>A text that is no name of a counting unit.</summary>
    public static DiagnosticCode BadUnitName { get; } = Error(1112);

    /// <summary>A text that is no version.</summary>
    public static DiagnosticCode BadVersion { get; } = Error(1113);

    /// <summary>A text that is no range of versions.</summary>
    public static DiagnosticCode BadVersionRange { get; } = Error(1114);

    /// <summary>A text that is no region code.</summary>
    public static DiagnosticCode BadRegion { get; } = Error(1115);

    /// <summary>A place that does not lie in the region of the pack.</summary>
    public static DiagnosticCode OutsideRegion { get; } = Error(1116);

    /// <summary>A link of a pack that leads out of its folder.</summary>
    public static DiagnosticCode LinkLeavesFolder { get; } = Error(1117);

    /// <summary>A former code that the region of the pack lies in.</summary>
    public static DiagnosticCode FormerCodeAbove { get; } = Error(1119);

    /// <summary>A pack that extends itself.</summary>
    public static DiagnosticCode ExtendsItself { get; } = Error(1118);

    /// <summary>A text that is no day, month or year.</summary>
    public static DiagnosticCode BadLooseDay { get; } = Error(1123);

    /// <summary>An end before the start.</summary>
    public static DiagnosticCode EndsBeforeStart { get; } = Error(1124);

    /// <summary>A list that may not be empty.</summary>
    public static DiagnosticCode NoEntries { get; } = Error(1126);

    /// <summary>A text that is no unit.</summary>
    public static DiagnosticCode BadUnit { get; } = Error(1130);

    /// <summary>A range of numbers that is none.</summary>
    public static DiagnosticCode BadRange { get; } = Error(1131);

    /// <summary>A range of times that is none.</summary>
    public static DiagnosticCode BadTimeRange { get; } = Error(1132);

    /// <summary>A step that is not above zero.</summary>
    public static DiagnosticCode BadStep { get; } = Error(1133);

    /// <summary>A key that does not go with the type.</summary>
    public static DiagnosticCode KeyNotForType { get; } = Error(1134);

    /// <summary>A cost below zero.</summary>
    public static DiagnosticCode BadCost { get; } = Error(1135);

    /// <summary>Two values of a parameter from one day.</summary>
    public static DiagnosticCode ValuesOverlap { get; } = Error(1140);

    /// <summary>A strictness that does not go with the type.</summary>
    public static DiagnosticCode StrictnessNotForType { get; } = Error(1141);

    /// <summary>A rule without a kind.</summary>
    public static DiagnosticCode NoKind { get; } = Error(1150);

    /// <summary>A rule of two kinds.</summary>
    public static DiagnosticCode TwoKinds { get; } = Error(1151);

    /// <summary>A text that names no rule.</summary>
    public static DiagnosticCode BadRuleName { get; } = Error(1152);

    /// <summary>Two ids that only the case of letters tells apart.</summary>
    public static DiagnosticCode DiffersByCase { get; } = Error(1153);

    /// <summary>A table that no pack declares.</summary>
    public static DiagnosticCode TableNotDeclared { get; } = Error(1160);

    /// <summary>A table below one that does not exist.</summary>
    public static DiagnosticCode UnknownParent { get; } = Error(1161);

    /// <summary>A table below itself.</summary>
    public static DiagnosticCode TableBelowItself { get; } = Error(1162);

    /// <summary>Two packs that describe a table differently.</summary>
    public static DiagnosticCode TableDiffers { get; } = Error(1163);

    /// <summary>A base table described differently.</summary>
    public static DiagnosticCode BaseTableDiffers { get; } = Error(1164);

    /// <summary>Two lists of one name.</summary>
    public static DiagnosticCode ListNameTaken { get; } = Error(1165);

    /// <summary>A field named as something else of its row.</summary>
    public static DiagnosticCode FieldNameTaken { get; } = Error(1166);

    /// <summary>Two packs that describe a field differently.</summary>
    public static DiagnosticCode FieldDiffers { get; } = Error(1167);

    /// <summary>A base field described differently.</summary>
    public static DiagnosticCode BaseFieldDiffers { get; } = Error(1168);

    /// <summary>Two packs that give one value different titles.</summary>
    public static DiagnosticCode OptionDiffers { get; } = Error(1169);
}
