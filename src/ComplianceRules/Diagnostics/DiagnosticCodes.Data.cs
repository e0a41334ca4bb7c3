namespace ComplianceRules.Diagnostics;

/// <content>CR4001 to CR4049: snapshots, and the facts of cases. CR4022 is retired: it said that calendars were not used.</content>
internal static partial class DiagnosticCodes
{
    /// <summary>A covered region of a former code.</summary>
    public static DiagnosticCode CoversFormerCode { get; } = Warning(4161);

    /// <summary>What stands there is no JSON.</summary>
    public static DiagnosticCode DataNotJson { get; } = Error(4001);

    /// <summary>The file ends before its end.</summary>
    public static DiagnosticCode DataTruncated { get; } = Error(4002);

    /// <summary>A comment.</summary>
    public static DiagnosticCode DataComment { get; } = Error(4003);

    /// <summary>A comma after the last entry.</summary>
    public static DiagnosticCode DataTrailingComma { get; } = Error(4004);

    /// <summary>Too many brackets within each other.</summary>
    public static DiagnosticCode DataTooDeep { get; } = Error(4005);

    /// <summary>Bytes that are no UTF-8.</summary>
    public static DiagnosticCode DataNotUtf8 { get; } = Error(4006);

    /// <summary>A text that escapes half of a character.</summary>
    public static DiagnosticCode DataLoneSurrogate { get; } = Error(4007);

    /// <summary>A name twice in one object.</summary>
    public static DiagnosticCode DataDuplicateName { get; } = Error(4008);

    /// <summary>A text, a number or an object that is too large.</summary>
    public static DiagnosticCode DataTooLarge { get; } = Error(4009);

    /// <summary>A file without content.</summary>
    public static DiagnosticCode DataEmpty { get; } = Error(4010);

    /// <summary>Something else where an object must stand.</summary>
    public static DiagnosticCode DataObjectExpected { get; } = Error(4011);

    /// <summary>Something else where a list of rows must stand.</summary>
    public static DiagnosticCode DataListExpected { get; } = Error(4012);

    /// <summary>No schema version, or another one.</summary>
    public static DiagnosticCode SnapshotVersion { get; } = Error(4013);

    /// <summary>A row without an id.</summary>
    public static DiagnosticCode RowWithoutId { get; } = Error(4014);

    /// <summary>An id twice.</summary>
    public static DiagnosticCode DuplicateRowId { get; } = Error(4015);

    /// <summary>A row whose parent is not there.</summary>
    public static DiagnosticCode OrphanRow { get; } = Error(4016);

    /// <summary>A region row whose code is no region code.</summary>
    public static DiagnosticCode RegionRowCode { get; } = Error(4017);

    /// <summary>A list below a row that cannot have it.</summary>
    public static DiagnosticCode MisplacedList { get; } = Error(4018);

    /// <summary>Reading stopped after many problems.</summary>
    public static DiagnosticCode TooManyDataProblems { get; } = Error(4019);

    /// <summary>A key of the snapshot that means nothing.</summary>
    public static DiagnosticCode UnknownSnapshotKey { get; } = Warning(4020);

    /// <summary>A key of a row that is no field.</summary>
    public static DiagnosticCode UnknownRowKey { get; } = Warning(4021);

    /// <summary>A value of another type.</summary>
    public static DiagnosticCode CellWrongType { get; } = Warning(4023);

    /// <summary>A value that the field cannot have.</summary>
    public static DiagnosticCode CellOutOfRange { get; } = Warning(4024);

    /// <summary>A region code that is none.</summary>
    public static DiagnosticCode RegionCodeMalformed { get; } = Warning(4025);

    /// <summary>A row listed below a region in which it does not lie.</summary>
    public static DiagnosticCode RegionElsewhere { get; } = Warning(4026);

    /// <summary>A stage that the grade does not have.</summary>
    public static DiagnosticCode StageContradictsGrade { get; } = Warning(4027);

    /// <summary>A class listed below a year group of another grade.</summary>
    public static DiagnosticCode GradeElsewhere { get; } = Warning(4028);

    /// <summary>A line of NDJSON that ends before its object does.</summary>
    public static DiagnosticCode LineTruncated { get; } = Error(4029);

    /// <summary>Something after the object of a line of NDJSON.</summary>
    public static DiagnosticCode LineGoesOn { get; } = Error(4030);

    /// <summary>NDJSON that does not begin with a header.</summary>
    public static DiagnosticCode NdjsonHeaderMissing { get; } = Error(4031);

    /// <summary>A second header in NDJSON.</summary>
    public static DiagnosticCode NdjsonHeaderAgain { get; } = Error(4032);

    /// <summary>A calendar that is no object.</summary>
    public static DiagnosticCode CalendarUnusable { get; } = Warning(4033);

    /// <summary>A term that lacks something.</summary>
    public static DiagnosticCode CalendarTermIncomplete { get; } = Warning(4034);

    /// <summary>A term that ends before it begins.</summary>
    public static DiagnosticCode CalendarTermBackwards { get; } = Warning(4035);

    /// <summary>Terms that share a day.</summary>
    public static DiagnosticCode CalendarTermsOverlap { get; } = Warning(4036);

    /// <summary>Two terms of one name.</summary>
    public static DiagnosticCode CalendarTermTwice { get; } = Warning(4037);

    /// <summary>A day of the calendar that is no date, or of which nobody says what it is.</summary>
    public static DiagnosticCode CalendarDayUnusable { get; } = Warning(4038);

    /// <summary>A day that is free and worked.</summary>
    public static DiagnosticCode CalendarDayContradiction { get; } = Warning(4039);

    /// <summary>In a case: a table that there is not.</summary>
    public static DiagnosticCode CaseUnknownTable { get; } = Error(4040);

    /// <summary>In a case: a key of a row that is no field.</summary>
    public static DiagnosticCode CaseUnknownRowKey { get; } = Error(4041);

    /// <summary>In a case: a value of another type.</summary>
    public static DiagnosticCode CaseCellWrongType { get; } = Error(4042);

    /// <summary>In a case: a value that the field cannot have.</summary>
    public static DiagnosticCode CaseCellOutOfRange { get; } = Error(4043);

    /// <summary>In a case: a region code that is none.</summary>
    public static DiagnosticCode CaseRegionCodeMalformed { get; } = Error(4044);

    /// <summary>In a case: a row listed below a region in which it does not lie.</summary>
    public static DiagnosticCode CaseRegionElsewhere { get; } = Error(4045);

    /// <summary>In a case: a stage that the grade does not have.</summary>
    public static DiagnosticCode CaseStageContradictsGrade { get; } = Error(4046);

    /// <summary>In a case: a class listed below a year group of another grade.</summary>
    public static DiagnosticCode CaseGradeElsewhere { get; } = Error(4047);
}
