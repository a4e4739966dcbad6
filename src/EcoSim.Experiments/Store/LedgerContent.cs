using System.Text;
using EcoSim.Model.Observation;

namespace EcoSim.Experiments.Store;

/// <summary>The ledger of a replicate: for each table its columns, then its cells as packed words, one column after the other.</summary>
internal static class LedgerContent
{
    public static byte[] Write(IReadOnlyList<LedgerTable> ledger)
    {
        using var content = new MemoryStream();
        using var writer = new BinaryWriter(content, Encoding.UTF8);
        writer.Write(ledger.Count);
        foreach (LedgerTable table in ledger)
        {
            writer.Write(table.Name);
            writer.Write(table.Columns.Count);
            foreach (LedgerColumn column in table.Columns)
            {
                writer.Write(column.Name);
                writer.Write((byte)column.Kind);
                writer.Write(column.Words?.Length ?? -1);
                foreach (string word in column.Words ?? [])
                {
                    writer.Write(word);
                }
            }

            writer.Write(table.RowCount);
            byte[] cells = BytePlanes.Pack(CellsOf(table));
            writer.Write(cells.Length);
            writer.Write(cells);
        }

        writer.Flush();
        return content.ToArray();
    }

    /// <summary>The tables in a file. Throws <see cref="InvalidDataException"/> or <see cref="EndOfStreamException"/> when they are not whole.</summary>
    public static IReadOnlyList<LedgerTable> Read(byte[] file)
    {
        using var reader = new BinaryReader(new MemoryStream(file, Envelope.HeaderBytes, Envelope.ContentBytes(file.Length)), Encoding.UTF8);
        var ledger = new LedgerTable[reader.ReadInt32()];
        for (int i = 0; i < ledger.Length; i++)
        {
            string name = reader.ReadString();
            var columns = new LedgerColumn[reader.ReadInt32()];
            for (int column = 0; column < columns.Length; column++)
            {
                columns[column] = ReadColumn(reader);
            }

            int rows = reader.ReadInt32();
            byte[] cells = reader.ReadBytes(reader.ReadInt32());
            ledger[i] = Filled(new LedgerTable(name, columns), rows, BytePlanes.Unpack(cells, 0, cells.Length, rows * columns.Length));
        }

        return ledger;
    }

    private static LedgerColumn ReadColumn(BinaryReader reader)
    {
        string name = reader.ReadString();
        var kind = (ColumnKind)reader.ReadByte();
        int words = reader.ReadInt32();
        return new LedgerColumn(name, kind, words < 0 ? null : [.. Enumerable.Range(0, words).Select(_ => reader.ReadString())]);
    }

    private static ulong[] CellsOf(LedgerTable table)
    {
        var cells = new ulong[table.RowCount * table.Columns.Count];
        for (int row = 0; row < table.RowCount; row++)
        {
            for (int column = 0; column < table.Columns.Count; column++)
            {
                cells[column * table.RowCount + row] = (ulong)table[row, column];
            }
        }

        return cells;
    }

    private static LedgerTable Filled(LedgerTable table, int rows, ulong[] cells)
    {
        var line = new long[table.Columns.Count];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < line.Length; column++)
            {
                line[column] = (long)cells[column * rows + row];
            }

            table.Add(line);
        }

        return table;
    }
}
