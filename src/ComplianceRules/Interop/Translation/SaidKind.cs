namespace ComplianceRules.Interop;

/// <summary>What a translated part is.</summary>
internal enum SaidKind
{
    Truth = 0,
    Number,
    Text,
    Enum,
    Set,
    Date,
    Time,

    /// <summary>What lies between two dates; a number of days.</summary>
    Days,

    /// <summary>What lies between two times; a number of minutes.</summary>
    Minutes,

    /// <summary>A row.</summary>
    Row,

    /// <summary>A list of rows.</summary>
    Rows,

    /// <summary>A list of values.</summary>
    Values,
    Null,
}
