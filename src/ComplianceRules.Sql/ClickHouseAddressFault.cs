namespace ComplianceRules.Sql;

/// <summary>Why a text is no address of a database of ClickHouse.</summary>
public enum ClickHouseAddressFault
{
    /// <summary>It is one.</summary>
    None = 0,

    /// <summary>It is no URL of HTTP.</summary>
    Form = 1,

    /// <summary>It holds a password.</summary>
    HasPassword = 2,

    /// <summary>It names no database, or more than one.</summary>
    NoDatabase = 3,

    /// <summary>It has parameters.</summary>
    Parameter = 4,
}
