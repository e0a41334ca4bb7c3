namespace ComplianceRules.Diagnostics;

/// <content>Rules of foreign formats: reading, translating, and where their meaning differs.</content>
internal static partial class DiagnosticCodes
{
    /// <summary>A file or an entry that is no workflow.</summary>
    public static DiagnosticCode NoWorkflow { get; } = Error(5000);

    /// <summary>A key of a workflow that RulesEngine does not read.</summary>
    public static DiagnosticCode ForeignKey { get; } = Warning(5001);

    /// <summary>More rules or parameters than a workflow may have.</summary>
    public static DiagnosticCode TooManyForeignRules { get; } = Error(5002);

    /// <summary>A rule without a name.</summary>
    public static DiagnosticCode ForeignRuleNameless { get; } = Error(5003);

    /// <summary>A key with a value that RulesEngine does not read.</summary>
    public static DiagnosticCode ForeignKind { get; } = Error(5004);

    /// <summary>A joining word that RulesEngine does not know.</summary>
    public static DiagnosticCode ForeignOperator { get; } = Error(5005);

    /// <summary>A rule that judges nothing.</summary>
    public static DiagnosticCode ForeignRuleEmpty { get; } = Error(5006);

    /// <summary>A rule that is switched off.</summary>
    public static DiagnosticCode ForeignRuleDisabled { get; } = Warning(5007);

    /// <summary>A workflow to inject that is not there.</summary>
    public static DiagnosticCode UnknownInjection { get; } = Warning(5008);

    /// <summary>A workflow that injects itself.</summary>
    public static DiagnosticCode InjectionCircle { get; } = Error(5009);

    /// <summary>An action of a rule.</summary>
    public static DiagnosticCode ActionLeftOut { get; } = Warning(5010);

    /// <summary>An action that evaluates another rule.</summary>
    public static DiagnosticCode ChainLeftOut { get; } = Warning(5011);

    /// <summary>A rule that evaluates itself.</summary>
    public static DiagnosticCode ChainToItself { get; } = Error(5012);

    /// <summary>Two rules of one workflow with one name.</summary>
    public static DiagnosticCode ForeignNameTwice { get; } = Error(5013);

    /// <summary>Two workflows of one name.</summary>
    public static DiagnosticCode WorkflowTwice { get; } = Error(5014);

    /// <summary>A clock that became the day of assessment.</summary>
    public static DiagnosticCode ClockIsAsOf { get; } = Warning(5015);

    /// <summary>An expression with too many characters.</summary>
    public static DiagnosticCode ForeignTooLong { get; } = Error(5016);

    /// <summary>An expression with too many words and signs.</summary>
    public static DiagnosticCode ForeignTooManyTokens { get; } = Error(5017);

    /// <summary>An expression nested too deeply.</summary>
    public static DiagnosticCode ForeignTooDeep { get; } = Error(5018);

    /// <summary>A word or sign that cannot stand there.</summary>
    public static DiagnosticCode ForeignUnexpected { get; } = Error(5019);

    /// <summary>A time that is compared past midnight.</summary>
    public static DiagnosticCode TimePastMidnight { get; } = Warning(5020);

    /// <summary>A text that RulesEngine cannot read.</summary>
    public static DiagnosticCode ForeignText { get; } = Error(5021);

    /// <summary>A number that cannot be read.</summary>
    public static DiagnosticCode ForeignNumber { get; } = Error(5022);

    /// <summary>A character of no expression.</summary>
    public static DiagnosticCode ForeignSign { get; } = Error(5023);

    /// <summary>A name that means nothing.</summary>
    public static DiagnosticCode ForeignName { get; } = Error(5024);

    /// <summary>A member that no fact is called.</summary>
    public static DiagnosticCode ForeignMember { get; } = Error(5025);

    /// <summary>A member that may be several facts.</summary>
    public static DiagnosticCode ForeignMemberAmbiguous { get; } = Error(5026);

    /// <summary>Something that the rule language does not have.</summary>
    public static DiagnosticCode NotTranslated { get; } = Error(5027);

    /// <summary>Something that reaches types and members of the host.</summary>
    public static DiagnosticCode ReachesIntoHost { get; } = Error(5028);

    /// <summary>Inputs that are not above each other.</summary>
    public static DiagnosticCode InputsApart { get; } = Error(5029);

    /// <summary>A rule that reads nothing.</summary>
    public static DiagnosticCode NoInputRead { get; } = Error(5030);

    /// <summary>A parameter that reads itself or one after it.</summary>
    public static DiagnosticCode ParameterCircle { get; } = Error(5031);

    /// <summary>Parameters that multiply what they are put into.</summary>
    public static DiagnosticCode ParametersGrow { get; } = Error(5032);

    /// <summary>A division of written numbers by zero.</summary>
    public static DiagnosticCode WrittenDivisionByZero { get; } = Error(5033);

    /// <summary>A mapping of an input that leads nowhere.</summary>
    public static DiagnosticCode BadInputMap { get; } = Error(5034);

    /// <summary>A mapping that no rule uses.</summary>
    public static DiagnosticCode InputMapUnused { get; } = Warning(5035);

    /// <summary>A translation that the check of packs refuses.</summary>
    public static DiagnosticCode RefusedByCheck { get; } = Error(5036);

    /// <summary>A file of which no rule could be imported.</summary>
    public static DiagnosticCode NothingImported { get; } = Error(5037);

    /// <summary>A thread with too small a stack.</summary>
    public static DiagnosticCode ImportStackTooSmall { get; } = Error(5038);

    /// <summary>A message with places to fill in.</summary>
    public static DiagnosticCode MessageTemplate { get; } = Warning(5039);

    /// <summary>A fact whose absence is judged otherwise.</summary>
    public static DiagnosticCode NullDiffers { get; } = Warning(5040);

    /// <summary>A name that was matched without regard to case and underscores.</summary>
    public static DiagnosticCode NameMatched { get; } = Warning(5041);

    /// <summary>Written whole numbers that RulesEngine counts in 32 or 64 bits.</summary>
    public static DiagnosticCode WholeNumbersFolded { get; } = Warning(5042);

    /// <summary>A division that RulesEngine cuts off.</summary>
    public static DiagnosticCode WholeDivision { get; } = Warning(5043);

    /// <summary>A whole number that may not fit 32 bits.</summary>
    public static DiagnosticCode WholeOverflow { get; } = Warning(5044);

    /// <summary>Fractions that RulesEngine computes in binary.</summary>
    public static DiagnosticCode BinaryFractions { get; } = Warning(5045);

    /// <summary>A text comparison that goes by culture in RulesEngine.</summary>
    public static DiagnosticCode CultureOfTexts { get; } = Warning(5046);

    /// <summary>A length that is counted in other units.</summary>
    public static DiagnosticCode TextLength { get; } = Warning(5047);

    /// <summary>An aggregate of an empty list.</summary>
    public static DiagnosticCode EmptyList { get; } = Warning(5048);

    /// <summary>A divisor that may be zero.</summary>
    public static DiagnosticCode DivisionByZeroDiffers { get; } = Warning(5049);

    /// <summary>A parameter that no expression of the rule reads and that may fail.</summary>
    public static DiagnosticCode ParameterUnread { get; } = Warning(5059);
}
