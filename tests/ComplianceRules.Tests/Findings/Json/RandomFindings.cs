using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;
using ComplianceRules.Tests.Engine;

namespace ComplianceRules.Tests.Findings;

/// <summary>Findings of whatever can stand in one.</summary>
internal sealed class RandomFindings(Dice dice)
{
    private static readonly string[] Words =
        ["a", "样例小学", "cn/x", "", " ", "0", "60", "true", "null", "2026-09-01", "08:20", "2026-09-01T00:00:00Z", "/Date(1)/", "\"\\/", "<b>&'", "\u0000\u001b\u007f", "\u2028\u202e", "\ud840\udc00", "𠀀e\u0301", "$type", "$ref"];

    public Finding Next() => dice.OneIn(4) ? Together() : Single();

    private Finding Together() => Single() with { Subject = null, Place = null, Rows = dice.Of(0, 1, 2, 90, int.MaxValue) };

    private Finding Single() => new()
    {
        Rule = Rule(),
        Title = Local(),
        Area = Text(),
        Pack = Text(),
        Subject = Subject(),
        Place = Maybe(() => new FindingPlace(Maybe(() => Subject() with { Table = BaseTables.School }), dice.OneIn(2) ? null : RegionCode.Parse(dice.Of("CN", "370322", "US-NY-NYC")), Maybe(Text))),
        Verdict = dice.Of(Enum.GetValues<Verdict>()),
        Severity = dice.Of(Enum.GetValues<Severity>()),
        Binding = dice.Of(Enum.GetValues<Binding>()),
        Observed = Maybe(Value),
        Unit = Maybe(() => dice.Of("min/d", "%", Text())),
        Limit = Maybe(Value),
        Margin = Maybe(() => new FindingValue(FieldType.Number, Number())),
        Band = Maybe(() => new FindingBand(Text(), Local())),
        Source = Source(),
        LimitSource = Maybe(Source),
        LimitTrail = Some(Step),
        Relaxations = Some(Relaxation),
        Parts = Some(() => new FindingPart(Text(), dice.OneIn(2), dice.Of(Enum.GetValues<Verdict>()), Some(() => new FindingPartRule(Rule(), dice.Of(Enum.GetValues<Verdict>()), dice.OneIn(2))))),
        Waiver = Maybe(Waiver),
        Message = Local(),
        Remedy = Maybe(Local),
        Correction = Maybe(() => new Correction(dice.Of(Enum.GetValues<CorrectionKind>()), Local()) { Changes = Some(Change) }),
        Missing = [.. Some(Text).Distinct().SelectMany(path => Reasons().Select(reason => new MissingFact(path, reason)))],
        MissingIsSmallest = dice.OneIn(2),
    };

    private string Text() => string.Concat(Enumerable.Range(0, dice.Between(0, 3)).Select(_ => dice.Of(Words)));

    private string Rule() => dice.Of("cn/homework.written", "cn-370322/x", "a/b");

    private LocalText Local() => new(Maybe(Text), Maybe(Text));

    private Subject Subject() => new(Text(), Text(), Maybe(Text));

    private FindingValue Value() => dice.Of(Enum.GetValues<FieldType>()) switch
    {
        FieldType.Number => new FindingValue(FieldType.Number, Number()),
        FieldType.Bool => new FindingValue(FieldType.Bool, dice.Of("true", "false")),
        FieldType.Date => new FindingValue(FieldType.Date, dice.Of("2026-09-01", "2024-02-29", "0001-01-01")),
        FieldType.Time => new FindingValue(FieldType.Time, dice.Of("08:20", "24:30", "-00:20", "100:00")),
        FieldType type => new FindingValue(type, Text()),
    };

    // As the engine writes numbers: at most 15 digits that count, no zeros behind, no exponent.
    private string Number() => Rational.Parse(dice.Of("0", "61", "0.1", "-0.5", $"{dice.Between(-999_999, 999_999)}.{dice.Between(0, 99_999)}", "123456789012345", "0.000000123456789012345", "-1000000000000000000000", new string('9', 15) + new string('0', 60))).ToString();

    private Instrument Instrument() => new(
        Text(), dice.Of(Enum.GetValues<InstrumentKind>()), Local(), Maybe(Text), Maybe(Local), Maybe(Text), Maybe(Text), dice.Of(Enum.GetValues<Certainty>())) { Note = Maybe(Local) };

    private FindingSource Source() => new(Text(), Instrument(), Maybe(Text), Day()) { Season = dice.OneIn(2) ? null : Season.Parse(dice.Of("11-15..03-15", "02-29..02-29")) };

    private DateOnly? Day() => dice.OneIn(2) ? null : new DateOnly(dice.Between(1, 9999), 2, 28);

    private ValueStep Step() => new(dice.Of(Enum.GetValues<ValueRole>()), Value(), Text(), Text(), Day(), Day(), Maybe(Source)) { Relaxation = Maybe(Relaxation) };

    private FindingRelaxation Relaxation() => new(Local(), Source());

    private FindingWaiver Waiver()
    {
        Instrument? instrument = Maybe(Instrument);
        SourceSpan place = new("pack.json", 1, 2);
        bool isRule = dice.OneIn(2);
        Waiver waiver = new(place, place, place)
        {
            Rule = isRule ? Text() : null,
            Area = isRule ? null : Text(),
            Subject = Maybe(() => $"school:{Text()}"),
            Region = dice.OneIn(2) ? null : RegionCode.Parse("370322"),
            From = Day() ?? DateOnly.MinValue,
            Until = Day() ?? DateOnly.MaxValue,
            Kind = dice.Of(Enum.GetValues<WaiverKind>()),
            Authority = Maybe(Local),
            Reason = Local(),
            Instrument = instrument?.Id,
        };
        return new FindingWaiver(waiver, instrument, Maybe(Text), dice.Of("pack.json(1,2)", "a(b).json(3,4)", Text()));
    }

    private FactChange Change() => new(Subject(), Field(), Value(), Value(), Maybe(Text), dice.Between(0, 1_000_000) / dice.Of(1m, 100m, 1000m));

    private FieldSchema Field() => new(Text(), dice.Of(Enum.GetValues<FieldType>()))
    {
        Unit = dice.OneIn(2) ? null : Parsed(dice.Of("min/d", "person/100 pupil", "book", "m^2")),
        Range = Maybe(() => new NumberRange(dice.Between(-9, 0) / 10.0, dice.Between(1, 1_000_000) / 3.0)),
        Scale = Maybe(() => new TimeScale(dice.Between(0, 600), dice.Between(601, 2000))),
        Step = dice.OneIn(2) ? null : dice.Of(1, 0.1, 0.001),
        Options = [.. Some(Text).Distinct().Select(key => new FieldOption(key, Local()))],
        Title = Local(),
        Note = Maybe(Local),
        Meaning = Local(),
        ChangeCost = dice.OneIn(2) ? null : dice.Of(0, 0.25, 3),
        MovesWithin = Maybe(Text),
    };

    private static Unit Parsed(string text)
    {
        Assert.True(Unit.TryParse(text, ["book"], out Unit unit), text);
        return unit;
    }

    private IEnumerable<UnknownReason> Reasons() => Some(() => dice.Of(Enum.GetValues<UnknownReason>())).DefaultIfEmpty(UnknownReason.Absent);

    private T? Maybe<T>(Func<T> make)
        where T : class => dice.OneIn(2) ? null : make();

    private ImmutableArray<T> Some<T>(Func<T> make) => [.. Enumerable.Range(0, dice.Of(0, 0, 1, 3)).Select(_ => make())];
}
