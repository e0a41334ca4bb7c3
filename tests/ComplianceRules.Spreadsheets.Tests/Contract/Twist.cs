namespace ComplianceRules.Spreadsheets.Tests.Contract;

/// <summary>What is done to a file once its records stand in it.</summary>
internal enum Twist
{
    None = 0,
    Empty = 1,
    ByteOrderMark = 2,
    CarriageReturns = 3,

    /// <summary>The file ends within the last record.</summary>
    CutOff = 4,

    /// <summary>Bytes of no encoding stand in the second record.</summary>
    BadBytes = 5,

    /// <summary>The texts are in GB18030, which nobody says.</summary>
    Gb18030 = 6,

    /// <summary>Another sheet of classes is there, which people do not see.</summary>
    HiddenSheet = 7,
    Password = 8,
    Corrupt = 9,
    ZipBomb = 10,
}
