namespace ComplianceRules.Diagnostics;

/// <summary>The codes of expressions: reading, names, types, units and bounds.</summary>
internal static partial class DiagnosticCodes
{
    /// <summary>Something stands where it cannot.</summary>
    public static DiagnosticCode UnexpectedToken { get; } = Error(2001);

    /// <summary>Something is missing at the end.</summary>
    public static DiagnosticCode ExpressionEndsEarly { get; } = Error(2002);

    /// <summary>No fact has the name.</summary>
    public static DiagnosticCode UnknownFact { get; } = Error(2003);

    /// <summary>No row within reach is of the table.</summary>
    public static DiagnosticCode UnknownTable { get; } = Error(2004);

    /// <summary>No parameter has the name.</summary>
    public static DiagnosticCode UnknownParameter { get; } = Error(2005);

    /// <summary>No function has the name.</summary>
    public static DiagnosticCode UnknownFunction { get; } = Error(2006);

    /// <summary>The arguments do not fit the function.</summary>
    public static DiagnosticCode WrongArguments { get; } = Error(2007);

    /// <summary>The types on both sides cannot be put together.</summary>
    public static DiagnosticCode TypesDiffer { get; } = Error(2008);

    /// <summary>Another type is needed.</summary>
    public static DiagnosticCode WrongType { get; } = Error(2009);

    /// <summary>The text is not a value of the field.</summary>
    public static DiagnosticCode UnknownOption { get; } = Error(2010);

    /// <summary>The units on both sides differ.</summary>
    public static DiagnosticCode UnitsDiffer { get; } = Error(2011);

    /// <summary>Two enums or sets declare other values.</summary>
    public static DiagnosticCode OptionsDiffer { get; } = Error(2012);

    /// <summary>Two times lie on other scales, and one passes midnight.</summary>
    public static DiagnosticCode ScalesDiffer { get; } = Error(2013);

    /// <summary>The values have no order.</summary>
    public static DiagnosticCode NoOrder { get; } = Error(2014);

    /// <summary>One whole number literal divides another.</summary>
    public static DiagnosticCode IntDivision { get; } = Error(2015);

    /// <summary>The number is malformed or has too many digits.</summary>
    public static DiagnosticCode MalformedNumber { get; } = Error(2016);

    /// <summary>A text has no closing quote.</summary>
    public static DiagnosticCode UnclosedText { get; } = Error(2017);

    /// <summary>The escape in a text is unknown.</summary>
    public static DiagnosticCode UnknownEscape { get; } = Error(2018);

    /// <summary>A function of written values has no value.</summary>
    public static DiagnosticCode ImpossibleValue { get; } = Error(2019);

    /// <summary>A character outside the language.</summary>
    public static DiagnosticCode ForeignCharacter { get; } = Error(2020);

    /// <summary>A control, bidirectional, private-use or decomposed character.</summary>
    public static DiagnosticCode RefusedCharacter { get; } = Error(2021);

    /// <summary>A reserved word stands as a name.</summary>
    public static DiagnosticCode ReservedWord { get; } = Error(2022);

    /// <summary>Another language writes it so.</summary>
    public static DiagnosticCode OtherNotation { get; } = Error(2023);

    /// <summary>There is no null.</summary>
    public static DiagnosticCode NoNull { get; } = Error(2024);

    /// <summary>Comments are refused.</summary>
    public static DiagnosticCode NoComments { get; } = Error(2025);

    /// <summary>A list of rows stands as a value.</summary>
    public static DiagnosticCode ListIsNoValue { get; } = Error(2027);

    /// <summary>A table stands as a value.</summary>
    public static DiagnosticCode TableIsNoValue { get; } = Error(2028);

    /// <summary>A dot follows something other than a table.</summary>
    public static DiagnosticCode PartOfValue { get; } = Error(2029);

    /// <summary>No row within reach has the field that a parameter goes by.</summary>
    public static DiagnosticCode NoKeyField { get; } = Error(2030);

    /// <summary>A parameter has no such key.</summary>
    public static DiagnosticCode UnknownParameterEntry { get; } = Error(2031);

    /// <summary>A key is given for a parameter without keys.</summary>
    public static DiagnosticCode NotKeyed { get; } = Error(2032);

    /// <summary>The question has() is asked of something other than a fact or list.</summary>
    public static DiagnosticCode HasNeedsName { get; } = Error(2033);

    /// <summary>A bare value stands where an expression is read.</summary>
    public static DiagnosticCode BareValue { get; } = Error(2034);

    /// <summary>The name must be written out.</summary>
    public static DiagnosticCode NeedsWrittenText { get; } = Error(2035);

    /// <summary>A unit per hundred is divided by.</summary>
    public static DiagnosticCode ScaledDivisor { get; } = Error(2036);

    /// <summary>A macro is written with other arguments than a variable and an expression.</summary>
    public static DiagnosticCode MacroArguments { get; } = Error(2037);

    /// <summary>A macro begins with something other than a variable.</summary>
    public static DiagnosticCode MacroVariable { get; } = Error(2038);

    /// <summary>The name of a macro's variable means something already.</summary>
    public static DiagnosticCode VariableTaken { get; } = Error(2039);

    /// <summary>Macros are nested too deep.</summary>
    public static DiagnosticCode MacrosTooDeep { get; } = Error(2040);

    /// <summary>Values are needed and the list holds rows.</summary>
    public static DiagnosticCode ListOfRows { get; } = Error(2047);

    /// <summary>A square root is computed with.</summary>
    public static DiagnosticCode RootComputed { get; } = Error(2048);

    /// <summary>A list of the earlier snapshot is asked for.</summary>
    public static DiagnosticCode PreviousList { get; } = Error(2049);

    /// <summary>The expression has too many characters.</summary>
    public static DiagnosticCode ExpressionTooLong { get; } = Error(2041);

    /// <summary>The expression has too many words and signs.</summary>
    public static DiagnosticCode TooManyTokens { get; } = Error(2042);

    /// <summary>The expression is nested too deep.</summary>
    public static DiagnosticCode ExpressionTooDeep { get; } = Error(2043);

    /// <summary>The expression has too many parts.</summary>
    public static DiagnosticCode TooManyNodes { get; } = Error(2044);

    /// <summary>A list has too many items.</summary>
    public static DiagnosticCode ListTooLong { get; } = Error(2045);

    /// <summary>A text is too long.</summary>
    public static DiagnosticCode TextTooLong { get; } = Error(2046);
}
