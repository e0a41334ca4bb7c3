namespace ComplianceRules.Engine;

/// <summary>Why a rule cannot be explained on a row.</summary>
public enum ExplanationFault
{
    /// <summary>The row is not written as a table, a colon and an id.</summary>
    MalformedSubject = 0,

    /// <summary>There is no such table.</summary>
    UnknownTable = 1,

    /// <summary>The snapshot has no such row.</summary>
    UnknownSubject = 2,

    /// <summary>Several rows have the id; the choices are their ids below the rows above them.</summary>
    AmbiguousSubject = 3,

    /// <summary>The row is a person, and the caller did not ask for persons.</summary>
    PersonalSubject = 4,

    /// <summary>No pack has such a rule.</summary>
    UnknownRule = 5,

    /// <summary>Several rules have the id; the choices are their full ids.</summary>
    AmbiguousRule = 6,

    /// <summary>The rule judges rows of another table.</summary>
    RuleOfOtherTable = 7,

    /// <summary>The rule's pack is not in the row's stack.</summary>
    RuleNotInStack = 8,

    /// <summary>The rule is not in force on the day.</summary>
    RuleNotInForce = 9,
}
