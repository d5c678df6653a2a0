;; Dot products of packed token vectors with question vectors; the inner loop of late interaction. Two tokens are taken with
;; four questions at a time: each vector that is loaded is used more than once (1.5 times as fast as one with one).
;; Built into max-sim-wasm.ts by `npm run build:wasm`; a test holds the two against each other.
(module
  (memory (export "memory") 4)
  ;; codes: packed tokens, `stride` bytes apart, the 3-bit codes `header` bytes behind each start (see token-codes.ts), with
  ;; room to read for one token more;  dimensions: a multiple of 128;  levels: 16 int8, what each code stands for;
  ;; scratch: room for 2 × `dimensions` int16;  questions: `questionCount` (a multiple of 4) × `dimensions` int16;
  ;; out: `tokens` × `questionCount` int32, and room for one token more
  (func (export "dotTokens")
    (param $codes i32) (param $tokens i32) (param $stride i32) (param $header i32)
    (param $levels i32) (param $scratch i32)
    (param $questions i32) (param $questionCount i32) (param $dimensions i32) (param $out i32)
    (local $token i32) (local $from i32) (local $to i32) (local $end i32) (local $width i32)
    (local $question i32) (local $a i32) (local $b i32) (local $c i32)
    (local $table v128) (local $low v128) (local $high v128) (local $half v128)
    (local $x v128) (local $y v128) (local $z v128)
    (local $x0 v128) (local $x1 v128) (local $x2 v128) (local $x3 v128)
    (local $y0 v128) (local $y1 v128) (local $y2 v128) (local $y3 v128)
    (local.set $table (v128.load (local.get $levels)))
    (local.set $width (i32.shl (local.get $dimensions) (i32.const 1)))
    (block $done (loop $nextTokens
      (br_if $done (i32.ge_u (local.get $token) (local.get $tokens)))
      (local.set $to (local.get $scratch))
      ;; unpack two tokens into int16: 128 dimensions at a time, 16 of them from each shift of the two planes
      (loop $unpackToken
        (local.set $from (i32.add (local.get $codes) (local.get $header)))
        (local.set $end (i32.add (local.get $to) (local.get $width)))
        (loop $unpack
          (local.set $high (v128.load offset=32 (local.get $from)))
          (local.set $low (v128.load offset=0 (local.get $from)))
          (local.set $half (i8x16.swizzle (local.get $table) (v128.or
            (v128.and (local.get $low) (i8x16.splat (i32.const 3)))
            (v128.and (i8x16.shl (local.get $high) (i32.const 2)) (i8x16.splat (i32.const 4))))))
          (v128.store offset=0 (local.get $to) (i16x8.extend_low_i8x16_s (local.get $half)))
          (v128.store offset=16 (local.get $to) (i16x8.extend_high_i8x16_s (local.get $half)))
          (local.set $half (i8x16.swizzle (local.get $table) (v128.or
            (v128.and (i8x16.shr_u (local.get $low) (i32.const 2)) (i8x16.splat (i32.const 3)))
            (v128.and (i8x16.shl (local.get $high) (i32.const 1)) (i8x16.splat (i32.const 4))))))
          (v128.store offset=32 (local.get $to) (i16x8.extend_low_i8x16_s (local.get $half)))
          (v128.store offset=48 (local.get $to) (i16x8.extend_high_i8x16_s (local.get $half)))
          (local.set $half (i8x16.swizzle (local.get $table) (v128.or
            (v128.and (i8x16.shr_u (local.get $low) (i32.const 4)) (i8x16.splat (i32.const 3)))
            (v128.and (local.get $high) (i8x16.splat (i32.const 4))))))
          (v128.store offset=64 (local.get $to) (i16x8.extend_low_i8x16_s (local.get $half)))
          (v128.store offset=80 (local.get $to) (i16x8.extend_high_i8x16_s (local.get $half)))
          (local.set $half (i8x16.swizzle (local.get $table) (v128.or
            (v128.and (i8x16.shr_u (local.get $low) (i32.const 6)) (i8x16.splat (i32.const 3)))
            (v128.and (i8x16.shr_u (local.get $high) (i32.const 1)) (i8x16.splat (i32.const 4))))))
          (v128.store offset=96 (local.get $to) (i16x8.extend_low_i8x16_s (local.get $half)))
          (v128.store offset=112 (local.get $to) (i16x8.extend_high_i8x16_s (local.get $half)))
          (local.set $low (v128.load offset=16 (local.get $from)))
          (local.set $half (i8x16.swizzle (local.get $table) (v128.or
            (v128.and (local.get $low) (i8x16.splat (i32.const 3)))
            (v128.and (i8x16.shr_u (local.get $high) (i32.const 2)) (i8x16.splat (i32.const 4))))))
          (v128.store offset=128 (local.get $to) (i16x8.extend_low_i8x16_s (local.get $half)))
          (v128.store offset=144 (local.get $to) (i16x8.extend_high_i8x16_s (local.get $half)))
          (local.set $half (i8x16.swizzle (local.get $table) (v128.or
            (v128.and (i8x16.shr_u (local.get $low) (i32.const 2)) (i8x16.splat (i32.const 3)))
            (v128.and (i8x16.shr_u (local.get $high) (i32.const 3)) (i8x16.splat (i32.const 4))))))
          (v128.store offset=160 (local.get $to) (i16x8.extend_low_i8x16_s (local.get $half)))
          (v128.store offset=176 (local.get $to) (i16x8.extend_high_i8x16_s (local.get $half)))
          (local.set $half (i8x16.swizzle (local.get $table) (v128.or
            (v128.and (i8x16.shr_u (local.get $low) (i32.const 4)) (i8x16.splat (i32.const 3)))
            (v128.and (i8x16.shr_u (local.get $high) (i32.const 4)) (i8x16.splat (i32.const 4))))))
          (v128.store offset=192 (local.get $to) (i16x8.extend_low_i8x16_s (local.get $half)))
          (v128.store offset=208 (local.get $to) (i16x8.extend_high_i8x16_s (local.get $half)))
          (local.set $half (i8x16.swizzle (local.get $table) (v128.or
            (v128.and (i8x16.shr_u (local.get $low) (i32.const 6)) (i8x16.splat (i32.const 3)))
            (v128.and (i8x16.shr_u (local.get $high) (i32.const 5)) (i8x16.splat (i32.const 4))))))
          (v128.store offset=224 (local.get $to) (i16x8.extend_low_i8x16_s (local.get $half)))
          (v128.store offset=240 (local.get $to) (i16x8.extend_high_i8x16_s (local.get $half)))
          (local.set $from (i32.add (local.get $from) (i32.const 48)))
          (local.set $to (i32.add (local.get $to) (i32.const 256)))
          (br_if $unpack (i32.lt_u (local.get $to) (local.get $end))))
        (local.set $codes (i32.add (local.get $codes) (local.get $stride)))
        (br_if $unpackToken (i32.lt_u (local.get $to)
          (i32.add (local.get $scratch) (i32.shl (local.get $width) (i32.const 1))))))
      ;; multiply them with four question vectors at a time
      (local.set $end (i32.add (local.get $scratch) (local.get $width)))
      (local.set $question (i32.const 0))
      (local.set $b (local.get $questions))
      (block $lastQuestion (loop $nextQuestions
        (br_if $lastQuestion (i32.ge_u (local.get $question) (local.get $questionCount)))
        (local.set $x0 (v128.const i64x2 0 0))
        (local.set $x1 (v128.const i64x2 0 0))
        (local.set $x2 (v128.const i64x2 0 0))
        (local.set $x3 (v128.const i64x2 0 0))
        (local.set $y0 (v128.const i64x2 0 0))
        (local.set $y1 (v128.const i64x2 0 0))
        (local.set $y2 (v128.const i64x2 0 0))
        (local.set $y3 (v128.const i64x2 0 0))
        (local.set $a (local.get $scratch))
        (loop $multiply
          (local.set $x (v128.load (local.get $a)))
          (local.set $y (v128.load (i32.add (local.get $a) (local.get $width))))
          (local.set $c (local.get $b))
          (local.set $z (v128.load (local.get $c)))
          (local.set $x0 (i32x4.add (local.get $x0) (i32x4.dot_i16x8_s (local.get $x) (local.get $z))))
          (local.set $y0 (i32x4.add (local.get $y0) (i32x4.dot_i16x8_s (local.get $y) (local.get $z))))
          (local.set $c (i32.add (local.get $c) (local.get $width)))
          (local.set $z (v128.load (local.get $c)))
          (local.set $x1 (i32x4.add (local.get $x1) (i32x4.dot_i16x8_s (local.get $x) (local.get $z))))
          (local.set $y1 (i32x4.add (local.get $y1) (i32x4.dot_i16x8_s (local.get $y) (local.get $z))))
          (local.set $c (i32.add (local.get $c) (local.get $width)))
          (local.set $z (v128.load (local.get $c)))
          (local.set $x2 (i32x4.add (local.get $x2) (i32x4.dot_i16x8_s (local.get $x) (local.get $z))))
          (local.set $y2 (i32x4.add (local.get $y2) (i32x4.dot_i16x8_s (local.get $y) (local.get $z))))
          (local.set $c (i32.add (local.get $c) (local.get $width)))
          (local.set $z (v128.load (local.get $c)))
          (local.set $x3 (i32x4.add (local.get $x3) (i32x4.dot_i16x8_s (local.get $x) (local.get $z))))
          (local.set $y3 (i32x4.add (local.get $y3) (i32x4.dot_i16x8_s (local.get $y) (local.get $z))))
          (local.set $a (i32.add (local.get $a) (i32.const 16)))
          (local.set $b (i32.add (local.get $b) (i32.const 16)))
          (br_if $multiply (i32.lt_u (local.get $a) (local.get $end))))
        ;; add up the lanes of each: the four sums of a token lie side by side
        (local.set $x0 (i32x4.add
          (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $x0) (local.get $x1))
          (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $x0) (local.get $x1))))
        (local.set $x2 (i32x4.add
          (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $x2) (local.get $x3))
          (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $x2) (local.get $x3))))
        (local.set $x (i32x4.add
          (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $x0) (local.get $x2))
          (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $x0) (local.get $x2))))
        (local.set $y0 (i32x4.add
          (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $y0) (local.get $y1))
          (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $y0) (local.get $y1))))
        (local.set $y2 (i32x4.add
          (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $y2) (local.get $y3))
          (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $y2) (local.get $y3))))
        (local.set $y (i32x4.add
          (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $y0) (local.get $y2))
          (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $y0) (local.get $y2))))
        (v128.store (local.get $out) (local.get $x))
        (v128.store (i32.add (local.get $out) (i32.shl (local.get $questionCount) (i32.const 2))) (local.get $y))
        (local.set $out (i32.add (local.get $out) (i32.const 16)))
        (local.set $b (i32.add (local.get $b) (i32.mul (local.get $width) (i32.const 3))))
        (local.set $question (i32.add (local.get $question) (i32.const 4)))
        (br $nextQuestions)))
      (local.set $out (i32.add (local.get $out) (i32.shl (local.get $questionCount) (i32.const 2))))
      (local.set $token (i32.add (local.get $token) (i32.const 2)))
      (br $nextTokens)))))
