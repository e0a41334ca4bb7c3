namespace ComplianceRules.Diagnostics;

/// <content>Reading JSON: the bytes (1001-1029) and the shape of what an author wrote (1030-1049).</content>
internal static partial class DiagnosticCodes
{
    /// <summary>The file is larger than any that is read.</summary>
    public static DiagnosticCode FileTooLarge { get; } = Error(1001);

    /// <summary>The file is UTF-16.</summary>
    public static DiagnosticCode FileIsUtf16 { get; } = Error(1002);

    /// <summary>An object has a key that nobody reads.</summary>
    public static DiagnosticCode UnknownKey { get; } = Error(1003);

    /// <summary>A byte is no UTF-8.</summary>
    public static DiagnosticCode FileIsNotUtf8 { get; } = Error(1004);

    /// <summary>There is nothing in the file.</summary>
    public static DiagnosticCode FileIsEmpty { get; } = Error(1005);

    /// <summary>Too many arrays and objects within each other.</summary>
    public static DiagnosticCode NestedTooDeep { get; } = Error(1006);

    /// <summary>A key stands twice in one object.</summary>
    public static DiagnosticCode DuplicateName { get; } = Error(1007);

    /// <summary>A comment.</summary>
    public static DiagnosticCode Comment { get; } = Error(1008);

    /// <summary>A comma after the last item.</summary>
    public static DiagnosticCode TrailingComma { get; } = Error(1009);

    /// <summary>Something stands where JSON does not allow it.</summary>
    public static DiagnosticCode NotJson { get; } = Error(1010);

    /// <summary>The file ends before everything is closed.</summary>
    public static DiagnosticCode EndsTooEarly { get; } = Error(1011);

    /// <summary>Something stands after the root value.</summary>
    public static DiagnosticCode MoreThanOneValue { get; } = Error(1012);

    /// <summary>A text is not closed, or holds a raw control character or an unknown escape.</summary>
    public static DiagnosticCode NotText { get; } = Error(1013);

    /// <summary>A number of too many digits.</summary>
    public static DiagnosticCode NumberTooLong { get; } = Error(1014);

    /// <summary>A number too large or too near to zero.</summary>
    public static DiagnosticCode NumberTooFar { get; } = Error(1015);

    /// <summary>An escape that is half a character.</summary>
    public static DiagnosticCode LoneSurrogate { get; } = Error(1016);

    /// <summary>A character that does not stand in composed text.</summary>
    public static DiagnosticCode NotComposed { get; } = Error(1017);

    /// <summary>A control character.</summary>
    public static DiagnosticCode ControlCharacter { get; } = Error(1018);

    /// <summary>A character that turns the direction of what follows.</summary>
    public static DiagnosticCode BidiCharacter { get; } = Error(1019);

    /// <summary>A character without a meaning of its own.</summary>
    public static DiagnosticCode PrivateUseCharacter { get; } = Error(1020);

    /// <summary>Two items without a comma between them.</summary>
    public static DiagnosticCode CommaMissing { get; } = Error(1021);

    /// <summary>A required key is not there.</summary>
    public static DiagnosticCode MissingKey { get; } = Error(1030);

    /// <summary>A value of another kind than text.</summary>
    public static DiagnosticCode TextExpected { get; } = Error(1031);

    /// <summary>A value of another kind than true or false.</summary>
    public static DiagnosticCode BoolExpected { get; } = Error(1032);

    /// <summary>A value of another kind than a number.</summary>
    public static DiagnosticCode NumberExpected { get; } = Error(1033);

    /// <summary>A number that is not whole, or too large for one.</summary>
    public static DiagnosticCode WholeNumberExpected { get; } = Error(1034);

    /// <summary>A value of another kind than an array.</summary>
    public static DiagnosticCode ArrayExpected { get; } = Error(1035);

    /// <summary>A value of another kind than an object.</summary>
    public static DiagnosticCode ObjectExpected { get; } = Error(1036);

    /// <summary>A text that is no day.</summary>
    public static DiagnosticCode MalformedDate { get; } = Error(1037);

    /// <summary>A text with nothing in it.</summary>
    public static DiagnosticCode EmptyText { get; } = Error(1038);

    /// <summary>A text that is no id.</summary>
    public static DiagnosticCode MalformedId { get; } = Error(1039);

    /// <summary>A text that is none of the words allowed.</summary>
    public static DiagnosticCode UnknownWord { get; } = Error(1040);
}
