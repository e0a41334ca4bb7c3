namespace ComplianceRules.PostgreSql;

/// <summary>Why a text is no address of a database.</summary>
public enum PostgreSqlAddressFault
{
    /// <summary>Nothing: it is one.</summary>
    None = 0,

    /// <summary>It does not begin with <c>postgresql://</c> or <c>postgres://</c>, or a sign in it is not written as URLs have it: <c>@</c> in a name is <c>%40</c>.</summary>
    NotAnUrl = 1,

    /// <summary>It holds a password, which would show in lists of processes, in histories of shells and in logs.</summary>
    HasPassword = 2,

    /// <summary>It names no server.</summary>
    NoHost = 3,

    /// <summary>It names several servers.</summary>
    SeveralHosts = 4,

    /// <summary>The port is no number from 1 to 65535.</summary>
    Port = 5,

    /// <summary>It names no database.</summary>
    NoDatabase = 6,

    /// <summary>A parameter behind the question mark is unknown, stands twice or has a value that it cannot have.</summary>
    Parameter = 7,
}
