using System.Numerics;
using System.Runtime.Intrinsics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Neighbouring rows of one stack, answered from what is recalled; for what is not, the interpreter is asked.</summary>
/// <param name="scope">The rows at hand.</param>
/// <param name="recalled">What is recalled.</param>
/// <param name="stack">The number of the stack.</param>
/// <param name="rows">The first row and the one after the last, counted from the row of the first bit.</param>
internal readonly ref struct RecalledRun(ColumnScope scope, RecalledAnswers recalled, int stack, (int From, int To) rows)
{
    private const byte IsAny = RecalledTable.IsTrue | RecalledTable.IsFalse | RecalledTable.IsUnknown;
    private const int WordsOfPlaces = 16;
    private const int WordsOfKeys = 256;

    private readonly ParameterTable? _parameters = recalled[stack].Parameters;
    private readonly RecalledTable? _answers = recalled[stack].Answers;

    /// <summary>What the interpreter is asked.</summary>
    public required RecalledQuestion Question { get; init; }

    /// <summary>Answers.</summary>
    /// <param name="bits">Bits of the rows are added; clear before.</param>
    public void Judge(BitPair bits)
    {
        if (_parameters is null) return;
        int end = ValidityBits.Words(rows.To);
        FactColumn? keys = recalled.ByKey;
        int step = _answers is null || keys is not null ? WordsOfKeys : WordsOfPlaces;
        for (int word = rows.From >> 6; word < end; word += step)
        {
            Range words = word..Math.Min(word + step, end);
            if (_answers is null) AskEach(words, bits);
            else if (keys is not null) JudgeByKey(keys, words, bits);
            else JudgeByPlace(words, bits);
        }
    }

    // The rows of a word that are of this run.
    private ulong Own(int word)
    {
        int first = word * ValidityBits.PerWord;
        ulong own = first < rows.From ? ulong.MaxValue << (rows.From - first) : ulong.MaxValue;
        return rows.To - first < ValidityBits.PerWord ? own & ((1UL << (rows.To - first)) - 1) : own;
    }

    private bool? Ask(int row)
    {
        scope.Worker.Check();
        return Question.Ask(scope.Worker.Interpreter, scope.Bound.Table, scope.First + row, _parameters!);
    }

    private void AskEach(Range words, BitPair bits)
    {
        for (int row = Math.Max(rows.From, words.Start.Value * ValidityBits.PerWord); row < Math.Min(rows.To, words.End.Value * ValidityBits.PerWord); row++)
        {
            if (Ask(row) is not { } answer) continue;
            ValidityBits.Set(bits.Known, row);
            if (answer) ValidityBits.Set(bits.True, row);
        }
    }

    private void JudgeByKey(FactColumn keys, Range words, BitPair bits)
    {
        ReadOnlySpan<byte> cells = keys.Cells.Cells<byte>()[(scope.First + (words.Start.Value * ValidityBits.PerWord))..];
        ReadOnlySpan<ulong> known = keys.IsTotal ? [] : scope.Known(keys)[words];
        Span<ulong> marked = stackalloc ulong[WordsOfKeys];
        marked = marked[..(words.End.Value - words.Start.Value)];
        while ((~_answers!.Given(IsAny) & recalled.Keys) is not 0 and var open)
        {
            KeyedComparison.Marked(cells, open, marked);
            if (FirstOf(marked, known, words.Start.Value) is not (>= 0 and var row)) break;
            _answers.Keep(cells[row - (words.Start.Value * ValidityBits.PerWord)] + 1, Ask(row));
        }

        KeyedComparison.Marked(cells, _answers.Given(RecalledTable.IsTrue), marked);
        Add(marked, known, words.Start.Value, bits.True);
        KeyedComparison.Marked(cells, _answers.Given(RecalledTable.IsTrue | RecalledTable.IsFalse), marked);
        Add(marked, known, words.Start.Value, bits.Known);
        if (!known.IsEmpty) JudgeWithoutKey(known, words.Start.Value, bits);
    }

    private int FirstOf(ReadOnlySpan<ulong> marked, ReadOnlySpan<ulong> known, int first)
    {
        for (int word = 0; word < marked.Length; word++)
        {
            ulong here = marked[word] & Own(first + word) & (known.IsEmpty ? ulong.MaxValue : known[word]);
            if (here != 0) return ((first + word) * ValidityBits.PerWord) + BitOperations.TrailingZeroCount(here);
        }

        return -1;
    }

    private void Add(ReadOnlySpan<ulong> marked, ReadOnlySpan<ulong> known, int first, Span<ulong> result)
    {
        for (int word = 0; word < marked.Length; word++) result[first + word] |= marked[word] & Own(first + word) & (known.IsEmpty ? ulong.MaxValue : known[word]);
    }

    private void JudgeWithoutKey(ReadOnlySpan<ulong> known, int first, BitPair bits)
    {
        for (int word = 0; word < known.Length; word++)
        {
            ulong here = ~known[word] & Own(first + word);
            if (here == 0) continue;
            if (_answers!.Answers[0] == 0) _answers.Keep(0, Ask(((first + word) * ValidityBits.PerWord) + BitOperations.TrailingZeroCount(here)));
            byte answer = _answers.Answers[0];
            if (answer != RecalledTable.IsUnknown) bits.Known[first + word] |= here;
            if (answer == RecalledTable.IsTrue) bits.True[first + word] |= here;
        }
    }

    private void JudgeByPlace(Range words, BitPair bits)
    {
        int first = words.Start.Value;
        Span<int> places = stackalloc int[WordsOfPlaces * ValidityBits.PerWord];
        new CellPlaces(scope, recalled).Find(words, places);
        for (int word = first; word < words.End.Value; word++)
        {
            ulong own = Own(word);
            ReadOnlySpan<int> here = places.Slice((word - first) * ValidityBits.PerWord, ValidityBits.PerWord);
            Vector512<byte> answers = Look(here, own);
            for (ulong open = Of(answers, 0) & own; open != 0; open &= open - 1)
            {
                int row = BitOperations.TrailingZeroCount(open);
                if (_answers!.Answers[here[row]] == 0) _answers.Keep(here[row], Ask((word * ValidityBits.PerWord) + row));
            }

            if ((Of(answers, 0) & own) != 0) answers = Look(here, own);
            ulong isTrue = Of(answers, RecalledTable.IsTrue) & own;
            bits.True[word] |= isTrue;
            bits.Known[word] |= isTrue | (Of(answers, RecalledTable.IsFalse) & own);
        }
    }

    private static ulong Of(Vector512<byte> answers, byte answer) => Vector512.Equals(answers, Vector512.Create(answer)).ExtractMostSignificantBits();

    // Places of rows that are not of this run may be none of the table's.
    private Vector512<byte> Look(ReadOnlySpan<int> places, ulong own)
    {
        ReadOnlySpan<byte> answers = _answers!.Answers;
        Span<byte> found = stackalloc byte[ValidityBits.PerWord];
        if (own == ulong.MaxValue)
        {
            for (int row = 0; row < found.Length; row++) found[row] = answers[places[row]];
        }
        else
        {
            found.Clear();
            for (ulong rest = own; rest != 0; rest &= rest - 1) found[BitOperations.TrailingZeroCount(rest)] = answers[places[BitOperations.TrailingZeroCount(rest)]];
        }

        return Vector512.Create<byte>(found);
    }
}
