namespace ComplianceRules.Facts;

/// <summary>Why a fact is not known.</summary>
public enum UnknownReason
{
    /// <summary>The row says nothing, or says null.</summary>
    Absent = 0,

    /// <summary>The value given cannot be: it is outside the field's range or not a value of the field.</summary>
    OutOfRange = 1,

    /// <summary>The value given is of another type.</summary>
    WrongType = 2,

    /// <summary>The list of child rows was not reported.</summary>
    NotReported = 3,

    /// <summary>The snapshot does not cover the region, so its lists are not whole.</summary>
    NotCovered = 4,

    /// <summary>The row above is not known.</summary>
    NoParent = 5,

    /// <summary>A division by zero.</summary>
    DivisionByZero = 6,

    /// <summary>A result too large to be kept.</summary>
    Overflow = 7,

    /// <summary>A statistic of no rows.</summary>
    NoRows = 8,

    /// <summary>No value of the parameter is in force for the row's key.</summary>
    NoParameter = 9,

    /// <summary>Nested lists so large that going through them would not end in time.</summary>
    TooMuchWork = 10,

    /// <summary>No earlier snapshot was given, or it does not have the row.</summary>
    NoPrevious = 11,

    /// <summary>The calendar is not given, or does not say enough.</summary>
    NoCalendar = 12,
}
